import type { Field, TabsField } from 'payload'
import { usualTimes } from '../../src/moderation/house-rules.js'
import { words, wordsField } from './labels.js'
import { surfaceLabels, surfaceOptions } from './surfaces.js'

const mode = (name: string, label: ReturnType<typeof words>): Field => ({
  name,
  type: 'select',
  admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
  required: true,
  defaultValue: 'pre',
  label,
  options: [
    {
      value: 'pre',
      label: words('Granskas före publicering', 'Gjennomgås før publisering', 'Reviewed before it goes out'),
    },
    {
      value: 'post',
      label: words(
        'Publiceras direkt, granskas efteråt',
        'Publiseres straks, gjennomgås etterpå',
        'Out at once, reviewed afterwards',
      ),
    },
  ],
})

/** How a municipality decides: mode for each surface, times, house rules. */
export const moderationTab: TabsField['tabs'][number] = {
  label: words('Granskning', 'Moderering', 'Moderation'),
  fields: [
    mode('modeCalendar', surfaceLabels.calendar),
    mode('modeCommunity', surfaceLabels.community),
    {
      name: 'morningMail',
      type: 'checkbox',
      defaultValue: true,
      label: words(
        'Skriv till redaktörernas rolladresser varje arbetsdag när något väntar',
        'Skriv til redaktørenes rolleadresser hver arbeidsdag når noe venter',
        "Write to the editors' role addresses each working day when something waits",
      ),
    },
    {
      name: 'editorsMayPublish',
      type: 'checkbox',
      defaultValue: true,
      label: words(
        'Redaktörer får publicera själva',
        'Redaktører kan publisere selv',
        'Editors may publish themselves',
      ),
    },
    {
      type: 'row',
      fields: [
        {
          name: 'leadTimeDays',
          type: 'number',
          admin: { step: 1 },
          min: 0,
          max: 60,
          defaultValue: usualTimes.leadDays,
          label: words(
            'Framförhållning (arbetsdagar)',
            'Frist før start (virkedager)',
            'Lead time (working days)',
          ),
        },
        {
          name: 'decisionTimeDays',
          type: 'number',
          admin: { step: 1 },
          min: 1,
          max: 60,
          defaultValue: usualTimes.decisionDays,
          label: words(
            'Beslut inom (arbetsdagar)',
            'Avgjørelse innen (virkedager)',
            'Decision within (working days)',
          ),
        },
        {
          name: 'defaultPostDays',
          type: 'number',
          admin: { step: 1 },
          min: 1,
          max: 730,
          defaultValue: 90,
          label: words('Inlägg visas (dagar)', 'Innlegg vises (dager)', 'Posts are shown (days)'),
        },
      ],
    },
    {
      name: 'houseRules',
      type: 'array',
      label: words('Husregler', 'Husregler', 'House rules'),
      labels: {
        singular: words('Regel', 'Regel', 'Rule'),
        plural: words('Regler', 'Regler', 'Rules'),
      },
      fields: [
        {
          name: 'code',
          type: 'text',
          required: true,
          maxLength: 40,
          label: words('Kod', 'Kode', 'Code'),
        },
        wordsField('wording', words('Ordalydelse', 'Ordlyd', 'Wording'), true),
        {
          name: 'surfaces',
          type: 'select',
          admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectManyField' } },
          hasMany: true,
          label: words('Ytor', 'Flater', 'Surfaces'),
          options: surfaceOptions,
        },
      ],
    },
    {
      name: 'decisionTexts',
      type: 'array',
      label: words('Färdiga texter till beslut', 'Ferdige tekster til avgjørelser', 'Texts for decisions'),
      labels: { singular: words('Text', 'Tekst', 'Text'), plural: words('Texter', 'Tekster', 'Texts') },
      admin: {
        description: words(
          'Ersätter de vanliga texterna. {title}, {organisation} och {rule} fylls i.',
          'Erstatter de vanlige tekstene. {title}, {organisation} og {rule} fylles inn.',
          'Replace the usual texts. {title}, {organisation} and {rule} are filled in.',
        ),
      },
      fields: [
        {
          name: 'use',
          type: 'select',
          required: true,
          defaultValue: 'refusal',
          admin: { components: { Field: '/src/admin/fields/choice-field.tsx#SelectField' } },
          label: words('Används för att', 'Brukes til å', 'Used to'),
          options: [
            { value: 'changes', label: words('Be om ändringar', 'Be om endringer', 'Ask for changes') },
            {
              value: 'refusal',
              label: words('Avslå eller ta bort', 'Avslå eller fjerne', 'Reject or remove'),
            },
          ],
        },
        {
          name: 'reason',
          type: 'text',
          required: true,
          maxLength: 40,
          label: words('Skäl (kod)', 'Grunn (kode)', 'Reason (code)'),
        },
        wordsField('texts', words('Text per språk', 'Tekst per språk', 'Text per language'), true),
      ],
    },
  ],
}
