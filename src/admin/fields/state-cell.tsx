'use client'
export const PublicationCell = () => null
export const StateCell = () => null
