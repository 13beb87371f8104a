/** An element that a test waits for has as long as the test: the library's limit of a second is for quiet machines. */
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 100_000 });
