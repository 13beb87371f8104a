/** Address of the page of a recommendation such as `S12`, from the root of the site. */
export const recommendationPath = (id: string): string => `library/recommendations/${id.toLowerCase()}/`;
