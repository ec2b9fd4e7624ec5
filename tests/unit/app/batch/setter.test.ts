import { describe, expect, it } from "vitest";
import { setHere, whenNeeded, type SetArticle } from "../../../../src/app/batch/setter.ts";

function result(article: string): SetArticle {
  const report = { article, template: "a4-3", outputs: [], diagnostics: [] };
  return { report, code: 0, drafts: [], reads: new Map() };
}

describe("setHere", () => {
  it("sets one article at a time, also when several are asked for at once", async () => {
    const events: string[] = [];
    const setter = setHere(async (article) => {
      events.push(`${article} begins`);
      await new Promise(setImmediate);
      events.push(`${article} ends`);
      return result(article);
    });
    await Promise.all(["a", "b"].map(setter.set));
    expect(events).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("goes on after an article that breaks it", async () => {
    const setter = setHere((article) =>
      article === "a" ? Promise.reject(new Error("a")) : Promise.resolve(result(article)),
    );
    const [first, second] = [setter.set("a"), setter.set("b")];
    await expect(first).rejects.toThrow("a");
    expect((await second).report.article).toBe("b");
  });

  it("when it is stopped ends what is under way, begins nothing more, and says nothing of the rest", async () => {
    const events: string[] = [];
    let end = (): void => undefined;
    const setter = setHere(async (article) => {
      events.push(`${article} begins`);
      await new Promise<void>((resolve) => (end = resolve));
      events.push(`${article} ends`);
      return result(article);
    });
    const settled: string[] = [];
    for (const article of ["a", "b"]) {
      const tell = (): unknown => settled.push(article);
      void setter.set(article).then(tell, tell);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    const stopped = setter.stop();
    end();
    await stopped;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events).toEqual(["a begins", "a ends"]);
    expect(settled).toEqual(["a"]);
  });
});

describe("whenNeeded", () => {
  it("opens a setter for the first article, and none where there is nothing to set", async () => {
    let opened = 0;
    const setter = whenNeeded(() => {
      opened++;
      return setHere((article) => Promise.resolve(result(article)));
    });
    await setter.stop();
    expect(opened).toBe(0);
    await setter.set("a");
    await setter.set("b");
    expect(opened).toBe(1);
  });
});
