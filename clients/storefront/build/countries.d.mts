export function countries(): Promise<string>;
