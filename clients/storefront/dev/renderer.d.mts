export function loadRenderer(file: string): Promise<{
  plan(input: object): unknown;
  render(input: object): unknown;
  dispose(): void;
}>;
