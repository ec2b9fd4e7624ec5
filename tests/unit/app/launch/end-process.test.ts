import { afterEach, describe, expect, it, vi } from "vitest";
import { endProcess } from "../../../../src/app/launch/end-process.ts";

/** Has a stream answer its writes when it is told to. */
function answering(stream: NodeJS.WriteStream): () => void {
  const answers: (() => void)[] = [];
  vi.spyOn(stream, "write").mockImplementation(((_: string, answer: () => void) => {
    answers.push(answer);
    return false;
  }) as typeof stream.write);
  return () => {
    for (const answer of answers) answer();
  };
}

const turn = (): Promise<void> => new Promise(setImmediate);

describe("the end of the process", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("waits until both streams have handed over what was said", async () => {
    const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
    const [out, error] = [answering(process.stdout), answering(process.stderr)];
    const ending = endProcess(4);
    await turn();
    expect(exit).not.toHaveBeenCalled();
    out();
    await turn();
    expect(exit).not.toHaveBeenCalled();
    error();
    await ending;
    expect(exit).toHaveBeenCalledWith(4);
  });
});
