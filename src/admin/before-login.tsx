'use client'
export const BeforeLogin = () => null
