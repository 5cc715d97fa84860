'use client'
export const Dashboard = () => null
