'use client'
export const AccessibilityField = () => null
export const AreasField = () => null
export const AudiencesField = () => null
export const CategoriesField = () => null
export const CoOrganisersField = () => null
export const LanguageField = () => null
export const LanguagesField = () => null
export const PlaceField = () => null
export const SelectField = () => null
export const UmbrellaField = () => null
export const ZoneField = () => null
