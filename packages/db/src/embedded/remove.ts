import { rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { readClusterRecord } from "./cluster-record";
import { endFrozen, isPostgres, readPostmaster } from "./postmaster";

/** Ends the cluster's server and removes everything of it, also what lies outside its folder. No way back. */
export async function removeCluster(dataDir: string): Promise<void> {
  const folder = resolve(dataDir);
  const record = await readClusterRecord(folder).catch(() => undefined);
  const pgdata = record?.pgdata ?? join(folder, "pgdata");
  const postmaster = await readPostmaster(pgdata);
  if (postmaster && (await isPostgres(postmaster.pid))) await endFrozen(postmaster.pid);
  await rm(pgdata, { recursive: true, force: true });
  const parent = dirname(pgdata);
  // Outside the checkout the cluster has a folder to itself, with a copy of the programs.
  if (parent !== folder && /^amrutam-[0-9a-f]{12}$/.test(basename(parent)))
    await rm(parent, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
