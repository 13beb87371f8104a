/** Opens the print window of the browser. */
export const printPage = (): void => print();
