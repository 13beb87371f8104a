/** Part of the report of Vitest in JSON. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Part of the report of Playwright in JSON. */
export interface PlaywrightReport {
  readonly suites?: readonly PlaywrightSuite[];
  readonly errors?: readonly { readonly message?: string }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
}

/** The failed tests of Vitest, each with its file; of a file that could not be loaded, the file. */
export function failedInVitest(report: VitestReport | undefined): string[] {
  return (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const file = name.replaceAll('\\', '/').replace(/^.*\/(?=tests\/)/, '');
    if (status === 'failed' && assertionResults.length === 0) return [`${file}: the file could not be loaded`];
    return assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => `${file}: ${fullName}`);
  });
}

/** The failed tests in browsers, each with its file, and what went wrong outside of tests. */
export function failedInBrowsers(report: PlaywrightReport | undefined): string[] {
  const failedIn = ({ title, suites = [], specs = [] }: PlaywrightSuite, around: readonly string[]): string[] => {
    const path = [...around, title];
    return [
      ...specs
        .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected'))
        .map((spec) => [...path, spec.title].join(' > ')),
      ...suites.flatMap((suite) => failedIn(suite, path)),
    ];
  };
  return [
    ...(report?.suites ?? []).flatMap((suite) => failedIn(suite, [])),
    ...(report?.errors ?? []).map(({ message = 'an error without a message' }) => message.split('\n')[0] ?? ''),
  ];
}
