'use client'
export const PublicationField = () => null
export const StateField = () => null
