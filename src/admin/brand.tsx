'use client'
export const Icon = () => null
export const Logo = () => null
