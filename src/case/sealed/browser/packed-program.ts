/**
 * The program of packed pages, as the build writes it. Rejects where the site has none, or no network and no service worker
 * gives it.
 */
export async function fetchPackedProgram(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The program of packed pages is not there (${answer.status}).`);
  return answer.text();
}
