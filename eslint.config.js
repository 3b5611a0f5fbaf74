import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'test/fixtures/**', 'test/host/node_modules/**', 'media/**', 'samples/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    plugins: { regexp },
    rules: {
      // Texts of a repository may be hostile, and one pattern that backtracks stops an editor.
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-else-return': 'error',
    },
  },
  // The same for patterns that begin anew at each place of a run of white space or letters.
  { files: ['src/core/**/*.ts'], rules: { 'regexp/no-super-linear-move': ['error', { report: 'certain', ignoreSticky: true }] } },
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', fetch: 'readonly' } } },
  { files: ['test/**/*.ts'], rules: { 'regexp/no-super-linear-backtracking': 'off', '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
);
