'use client'
export const SaveButton = () => null
