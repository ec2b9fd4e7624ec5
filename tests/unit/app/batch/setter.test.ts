import { describe, expect, it } from "vitest";
import { setHere, shareOut, whenNeeded, type SetArticle, type Setter } from "../../../../src/app/batch/setter.ts";

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

describe("shareOut", () => {
  /** A setter that notes what it is given under its name, and sets an article when it is told to. */
  function byHand(name: string, given: string[]): { readonly setter: Setter; readonly end: (article: string) => void } {
    const under = new Map<
      string,
      { readonly resolve: (set: SetArticle) => void; readonly reject: (why: Error) => void }
    >();
    const set = (article: string): Promise<SetArticle> => {
      given.push(`${name}: ${article}`);
      return new Promise((resolve, reject) => under.set(article, { resolve, reject }));
    };
    const stop = (): Promise<void> => {
      given.push(`${name} stops`);
      return Promise.resolve();
    };
    const end = (article: string): void => {
      if (article.startsWith("bad")) under.get(article)?.reject(new Error(article));
      else under.get(article)?.resolve(result(article));
    };
    return { setter: { set, stop }, end };
  }

  const turn = (): Promise<void> => new Promise(setImmediate);

  it("fills the first hand before the second, and lets the rest wait for whoever has room again", async () => {
    const given: string[] = [];
    const [workers, here] = [byHand("workers", given), byHand("here", given)];
    const setter = shareOut([
      { setter: workers.setter, room: 2 },
      { setter: here.setter, room: 1 },
    ]);
    const all = Promise.all(["a", "b", "c", "d", "e"].map(setter.set));
    await turn();
    expect(given).toEqual(["workers: a", "workers: b", "here: c"]);
    here.end("c");
    await turn();
    expect(given.slice(3)).toEqual(["here: d"]);
    workers.end("a");
    await turn();
    expect(given.slice(4)).toEqual(["workers: e"]);
    for (const article of ["b", "e"]) workers.end(article);
    here.end("d");
    expect((await all).map(({ report }) => report.article)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("gives a hand only articles that it takes, also of those that wait", async () => {
    const given: string[] = [];
    const [here, workers] = [byHand("here", given), byHand("workers", given)];
    const setter = shareOut([
      { setter: here.setter, room: 1, takes: (article) => !article.startsWith("long") },
      { setter: workers.setter, room: 1 },
    ]);
    for (const article of ["long a", "b", "long c", "d"]) void setter.set(article);
    await turn();
    expect(given).toEqual(["workers: long a", "here: b"]);
    here.end("b");
    await turn();
    expect(given.slice(2)).toEqual(["here: d"]);
    here.end("d");
    workers.end("long a");
    await turn();
    expect(given.slice(3)).toEqual(["workers: long c"]);
    void setter.set("e");
    await turn();
    expect(given.slice(4)).toEqual(["here: e"]);
  });

  it("has the room of an article again that broke its setter", async () => {
    const given: string[] = [];
    const workers = byHand("workers", given);
    const setter = shareOut([{ setter: workers.setter, room: 1 }]);
    const broken = setter.set("bad");
    const next = setter.set("good");
    await turn();
    workers.end("bad");
    await expect(broken).rejects.toThrow("bad");
    await turn();
    workers.end("good");
    expect((await next).report.article).toBe("good");
  });

  it("stops all hands, and deals out nothing more", async () => {
    const given: string[] = [];
    const [workers, here] = [byHand("workers", given), byHand("here", given)];
    const setter = shareOut([
      { setter: workers.setter, room: 1 },
      { setter: here.setter, room: 1 },
    ]);
    for (const article of ["a", "b", "c"]) void setter.set(article);
    await turn();
    await setter.stop();
    expect(given).toEqual(["workers: a", "here: b", "workers stops", "here stops"]);
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

  it("has nothing to stop where opening failed", async () => {
    const setter = whenNeeded(() => Promise.reject(new Error("no workers")));
    await expect(setter.set("a")).rejects.toThrow("no workers");
    await expect(setter.stop()).resolves.toBeUndefined();
  });
});
