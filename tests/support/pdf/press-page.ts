import { makeUp, openWorld, press } from "../../../src/index.ts";
import { projectPath } from "../desk.ts";

/** The press file of one of the project's articles, as the command would write it. */
export async function pressPage(article: string, condition: string, template: string): Promise<Buffer> {
  const world = openWorld();
  const { value } = await makeUp(world, { article: projectPath(`articles/${article}`), template, condition });
  if (value === undefined) throw new Error(`${article} is not made up`);
  const file = await press(world, value, { date: "2025-02-09" });
  return Buffer.from(file.value);
}
