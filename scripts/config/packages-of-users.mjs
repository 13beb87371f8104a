// @ts-check

/**
 * Code that is not for checks or measurements needs no package that is for development alone: `npm start` does not
 * install those.
 *
 * @type {import('dependency-cruiser').IForbiddenRuleType}
 */
export const USE_NEEDS_NO_TEST_PACKAGES = {
  name: 'use-needs-no-test-packages',
  severity: 'error',
  comment:
    'npm start installs the packages of "dependencies" alone, so the site and the commands of users may need no other. Move the package there, or the code to what is for checks.',
  from: { path: '^(?:src|scripts)/', pathNot: '^scripts/(?:config/|gate/|compare/|measure-)' },
  to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
};
