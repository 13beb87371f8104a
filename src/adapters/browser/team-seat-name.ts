/** Name under which a laptop keeps its seat in a room. */
export const TEAM_SEAT = 'checkathon-team';

/** True if this laptop has joined a room. Small, because every page of a case asks it first. */
export function hasSeat(): boolean {
  try {
    return (localStorage.getItem(TEAM_SEAT) ?? sessionStorage.getItem(TEAM_SEAT)) !== null;
  } catch {
    return false;
  }
}
