import type { Files } from "@amrutam/ports/files";
import { diskFiles } from "./disk-files";
import { s3Files } from "./s3-files";

type Settings = Readonly<{
  FILES_DIR: string;
  S3_REGION: string;
  S3_ENDPOINT?: string;
  S3_BUCKET?: string;
  S3_ACCESS_KEY_ID?: string;
  S3_SECRET_ACCESS_KEY?: string;
}>;

/** The store that the environment names: a bucket when one is set, else a folder of this machine. */
export function filesOf(env: Settings): Files {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    return diskFiles(env.FILES_DIR);
  return s3Files({
    endpoint: new URL(S3_ENDPOINT),
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
