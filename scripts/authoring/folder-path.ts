/** Path of the studio over a folder, below the token of `npm run author`; below it lie the answers of its server. */
export const FOLDER_PATH = '/studio/folder';
