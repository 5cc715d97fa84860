'use client'

/**
 * The only door to Payload's user interface and to Next's router, so that their next major versions are met in one
 * file.
 */
export {
  FieldError,
  Link,
  toast,
  useAllFormFields,
  useAuth,
  useConfig,
  useDocumentInfo,
  useField,
  useForm,
  useDocumentTitle,
  useFormFields,
  useFormModified,
  useNav,
  useTranslation,
} from '@payloadcms/ui'
export { usePathname, useRouter, useSearchParams } from 'next/navigation.js'
