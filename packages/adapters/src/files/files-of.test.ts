import { expect, it } from "vitest";
import { filesOf } from "./files-of";

const disk = { FILES_DIR: ".data/files", S3_REGION: "us-east-1" };
const bucket = {
  S3_ENDPOINT: "https://store.example",
  S3_BUCKET: "clinic",
  S3_ACCESS_KEY_ID: "id",
  S3_SECRET_ACCESS_KEY: "secret",
};

it("keeps files in the bucket that is named, else on this machine", () => {
  expect(filesOf(disk).kind).toBe("local");
  expect(filesOf({ ...disk, ...bucket }).kind).toBe("s3");
});
