import { redirect } from "next/navigation";

/** The first page of a list when the place it was to go on from means nothing: an address cut short, or of other filters. */
export async function orFirstPage<T>(answer: Promise<T>, firstPage: string, isFirst: boolean): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    // By shape: the error's class lives in the server's bundle.
    const isInvalid = error instanceof Error && "refusal" in error && error.refusal === "input.invalid";
    if (isInvalid && !isFirst) redirect(firstPage);
    throw error;
  }
}
