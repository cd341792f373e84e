/** Russian, or English where the installation is English. */
export type Say = (russian: string, english: string) => string
