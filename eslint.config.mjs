import tseslint from 'typescript-eslint'

const made = ['src/app/', 'src/payload-types.ts', 'src/config/migrations/', 'next-env.d.ts']

/** Collections are fields and wiring: what a hook or a rule does lives in hooks/ and access/, where its test finds it. */
const noRulesInCollections = [
  {
    selector:
      'Property[key.name=/^(hooks|access)$/] :matches(ArrowFunctionExpression, FunctionExpression):not([body.type="CallExpression"])',
    message: 'Collections wire: put this hook or rule into a file of hooks/ or access/ and name it here.',
  },
  {
    selector:
      'Property[key.name=/^(hooks|access)$/] :matches(ArrowFunctionExpression, FunctionExpression)[body.type="CallExpression"]',
    message: 'Collections wire: call the factory in hooks/ or access/ itself, with no function around it.',
  },
]

/** Closed names: words that say nothing about what is in a file. */
const emptyWords = /(^|[/-])(utils?|helpers?|misc|common|manager)([/.-]|$)/

const house = {
  rules: {
    'no-empty-names': {
      create: (context) => ({
        Program(node) {
          const file = context.filename.slice(context.cwd.length)
          if (emptyWords.test(file)) {
            context.report({
              node,
              message: 'Name the file for what it exports: no utils, helpers, misc, common, manager.',
            })
          }
        },
      }),
    },
  },
}

export default tseslint.config(
  { ignores: ['node_modules/', '.next/', 'var/', ...made] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { house },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'house/no-empty-names': 'error',
      // `== null` says null or undefined, and nothing else may be compared loosely.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness is an argument; for secrets use node:crypto.',
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          ignoreRestSiblings: true,
          caughtErrorsIgnorePattern: '^_',
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      // Stored rows are `unknown` until a field is read as text.
      '@typescript-eslint/no-base-to-string': 'off',
      // Our interfaces of plain functions are written as methods; none of them reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A handler that must answer with a promise may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Payload hands documents and request bodies to hooks as `any`; we name their shape where we read them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['collections/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noRulesInCollections] },
  },
  {
    // The one reader of the environment; commands pass it on, tests set it.
    files: ['src/**/*.ts', 'src/**/*.tsx', 'collections/**', 'access/**', 'hooks/**', 'media/**'],
    ignores: ['src/config/env.ts', 'src/scripts/**', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'src/config/env.ts reads the settings, and nothing else.',
        },
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness is an argument; for secrets use node:crypto.',
        },
      ],
    },
  },
  {
    // Tests say what they counted, and draw at random what nobody must guess.
    files: ['tests/**/*.ts', '**/*.test.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
  {
    // A rule gets its time: the same call gives the same answer.
    files: [
      'src/{tenancy,accounts,privacy,organisations,moderation,publication,calendar,community,feed}/**/*.ts',
    ],
    ignores: ['**/*.test.ts', '**/examples/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          message: 'Clock and randomness are arguments of a rule.',
        },
      ],
    },
  },
)
