'use client'
export const ChangesField = () => null
