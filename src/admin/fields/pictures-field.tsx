'use client'
export const PictureField = () => null
export const PicturesField = () => null
