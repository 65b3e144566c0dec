import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskFiles } from "@amrutam/adapters/files/disk-files";
import { mintAccessToken } from "@amrutam/auth/access-token";
import { cookieNames } from "@amrutam/auth/cookies";
import { createSession } from "@amrutam/auth/sessions";
import { PHOTO_MAX_BYTES, PHOTO_SIZES, photoPath } from "@amrutam/domain/doctor/photo";
import { FilesUnavailable } from "@amrutam/ports/files";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "../deps";
import { forgetUnlessNamed } from "../features/doctor/own-photo";
import { ownPractice } from "../features/doctor/scope";
import { createCallerFactory } from "../procedure";
import { contextOf, codeOf as refusalOf, testContext } from "../testing-context";
import { inTransaction } from "../transaction";
import { webRouter } from "../web-router";
import { appServer } from "./app-server";
import { parseTrustedProxies } from "./client-address";
import { mediaRoute } from "./media-route";
import { photoRoute } from "./photo-route";

const ORIGIN = new URL("http://localhost:9999");
const PATH = "/api/doctors/me/photo";

describe("a doctor's picture", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let root = "";
  let base = "";
  let close: () => void;
  let picture: Buffer;
  let doctor: Doctor;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "amrutam-photos-"));
    world = await testContext({ files: diskFiles(root) });
    const server = appServer({
      deps: world.deps,
      router: webRouter,
      routes: [photoRoute(webRouter), mediaRoute(world.deps.files)],
      pages: async (_req, res) => void res.end("page"),
      pageRequests: new Map(),
      origin: ORIGIN,
      isDev: false,
      trustedProxies: parseTrustedProxies(""),
      metricsToken: null,
      lifecycle: { isDraining: false },
      waiting: () => [],
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    picture = await sharp({
      create: { width: 800, height: 600, channels: 3, background: "#000", noise },
    })
      .jpeg()
      .toBuffer();
    doctor = await makeDoctor(world.sql);
  });
  afterAll(async () => {
    close();
    await world.close();
    await rm(root, { recursive: true, force: true });
  });

  async function cookieOf(person: Person, aal: 1 | 2 = person.role === "PATIENT" ? 1 : 2) {
    const { userId, role } = person;
    const wish = { userId, role, audience: "WEB", aal, userAgent: null } as const;
    const { id: sessionId } = await inTransaction(world.deps, (tx) => createSession(tx, wish));
    const token = mintAccessToken(world.deps.secrets.access.WEB, "WEB", { sessionId, userId }, Date.now());
    return `${cookieNames("WEB", false).session}=${token}`;
  }
  async function send(body: Uint8Array, cookie: string, headers: Record<string, string> = {}) {
    const answer = await fetch(base + PATH, {
      method: "POST",
      body: Buffer.from(body),
      headers: { "content-type": "image/jpeg", cookie, ...headers },
    });
    return {
      status: answer.status,
      json: (await answer.json()) as { photo?: string; error?: { code: string } },
    };
  }
  const codeOf = async (...call: Parameters<typeof send>) => {
    const { status, json } = await send(...call);
    return `${status} ${json.error?.code ?? "ok"}`;
  };
  const callerWith = async (wishes: Partial<Deps>, person: Doctor = doctor) =>
    createCallerFactory(webRouter)(await contextOf({ ...world.deps, ...wishes }, person));
  const kept = async () => (await readdir(join(root, "doctor")).catch(() => [])).toSorted();
  const photoOf = async (id: string) =>
    (await world.sql.query("SELECT photo FROM doctors WHERE id = $1", [id])).rows[0].photo;

  it("is drawn anew in three sizes under a random name, replaces the one before, and is served to be kept", async () => {
    const cookie = await cookieOf(doctor);
    const first = await send(picture, cookie);
    expect(first.status).toBe(200);
    const { photo = "" } = first.json;
    expect(photo).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await photoOf(doctor.doctorId)).toBe(photo);
    for (const size of PHOTO_SIZES) {
      const answer = await fetch(base + photoPath(photo, size));
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "image/webp",
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
        "content-disposition": 'attachment; filename="doctor.webp"',
        "cross-origin-resource-policy": "same-origin",
      });
      expect(answer.headers.get("set-cookie")).toBeNull();
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: size, height: size });
    }
    const second = (await send(picture, cookie)).json.photo ?? "";
    expect(second).not.toBe(photo);
    expect((await fetch(base + photoPath(photo, 96))).status).toBe(404);
    expect(await kept()).toEqual(PHOTO_SIZES.map((size) => `${second}-${size}.webp`).toSorted());
    const { rows } = await world.sql.query(
      "SELECT count(*)::int AS noted FROM audit_events WHERE action = 'doctor.update' AND actor_id = $1",
      [doctor.userId],
    );
    expect(rows).toEqual([{ noted: 2 }]);
  });

  it("is taken away again, files and all", async () => {
    const owner = await makeDoctor(world.sql);
    await send(picture, await cookieOf(owner));
    const caller = await world.callerAs(webRouter, owner);
    const { photo } = await caller.doctor.mine({});
    expect(await caller.doctor.removePhoto({})).toEqual({ photo: null });
    expect(await photoOf(owner.doctorId)).toBeNull();
    expect((await kept()).filter((name) => name.startsWith(photo ?? "-"))).toEqual([]);
    expect(await caller.doctor.removePhoto({})).toEqual({ photo: null });
  });

  it("is only a doctor's to send, with the second factor, and nobody else's body is read", async () => {
    expect(await codeOf(picture, "")).toBe("401 auth.unauthenticated");
    expect(await codeOf(picture, await cookieOf(await makePatient(world.sql)))).toBe("403 auth.forbidden");
    expect(await codeOf(picture, await cookieOf(await makeDoctor(world.sql), 1))).toBe(
      "403 auth.second_factor_required",
    );
    const huge = await new Promise<number>((resolve, reject) => {
      const req = request(base + PATH, {
        method: "POST",
        headers: { "content-type": "image/png", "content-length": 4_000_000_000 },
      });
      req.on("response", (answer) => resolve(answer.statusCode ?? 0)).on("error", reject);
      req.flushHeaders();
    });
    expect(huge).toBe(401);
  });

  it.each<[string, (good: Buffer) => Uint8Array, string]>([
    ["a page in disguise", () => Buffer.from("<html><script>alert(1)</script>"), "415 photo.unsupported"],
    ["an SVG", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "415 photo.unsupported"],
    ["half of a picture", (good) => good.subarray(0, good.length / 2), "422 photo.unreadable"],
    ["nothing", () => Buffer.alloc(0), "400 input.invalid"],
    ["five megabytes and a byte", () => Buffer.alloc(PHOTO_MAX_BYTES + 1, 1), "413 photo.too_large"],
    ["nine megabytes", () => Buffer.alloc(9 * 1024 * 1024, 1), "413 photo.too_large"],
  ])("is refused when it is %s, and the one before stays", async (_what, make, refusal) => {
    const cookie = await cookieOf(doctor);
    const [before, files] = [await photoOf(doctor.doctorId), await kept()];
    expect(await codeOf(make(picture), cookie)).toBe(refusal);
    expect(await photoOf(doctor.doctorId)).toBe(before);
    expect(await kept()).toEqual(files);
  });

  it("is refused when it is too small, with the size that it takes", async () => {
    const tiny = await sharp(picture).resize(191, 400).png().toBuffer();
    const { status, json } = await send(tiny, await cookieOf(doctor), { "content-type": "image/png" });
    expect([status, json.error]).toMatchObject([422, { code: "photo.too_small", details: { minPx: 192 } }]);
  });

  it.each([
    ["another site", { origin: "https://evil.example" }, "403 request.cross_site"],
    [
      "another site, by a header only browsers set",
      { "sec-fetch-site": "cross-site" },
      "403 request.cross_site",
    ],
    ["a form", { "content-type": "multipart/form-data; boundary=x" }, "415 request.unsupported_media_type"],
    ["a type that is no picture", { "content-type": "text/plain" }, "415 request.unsupported_media_type"],
  ])("can't be sent from %s", async (_what, headers, refusal) => {
    expect(await codeOf(picture, await cookieOf(doctor), headers)).toBe(refusal);
  });

  it("is the only thing that is served there", async () => {
    for (const path of [
      "/media",
      "/media/doctor/",
      "/media/doctor/..%2f..%2fetc%2fpasswd",
      "/media/doctor/x-96.webp",
    ])
      expect((await fetch(base + path)).status).toBe(404);
    const photo = await photoOf(doctor.doctorId);
    expect((await fetch(base + photoPath(photo, 96), { method: "DELETE" })).status).toBe(405);
  });

  it("is counted before it is looked at", async () => {
    const asked: string[] = [];
    const limits = { ...world.deps.limits, consume: async (name: string) => void asked.push(name) };
    await (await callerWith({ limits })).doctor.setPhoto({ image: picture.toString("base64") });
    expect(asked).toEqual(["doctor.setPhoto"]);
  });

  it("waits for a store that is away, and nothing changes", async () => {
    const away = async () => {
      throw new FilesUnavailable("away");
    };
    const owner = await makeDoctor(world.sql);
    const caller = await callerWith({ files: { kind: "s3", put: away, get: away, remove: away } }, owner);
    expect(await refusalOf(caller.doctor.setPhoto({ image: picture.toString("base64") }))).toBe(
      "service.unavailable",
    );
    expect(await photoOf(owner.doctorId)).toBeNull();
  });

  it("leaves no files when the store kept some, or the record could not be changed", async () => {
    const image = picture.toString("base64");
    const before = await kept();
    const disk = diskFiles(root);
    let puts = 0;
    const put: typeof disk.put = async (...file) => {
      puts += 1;
      if (puts === 1) throw new FilesUnavailable("away for a moment");
      await disk.put(...file);
    };
    const owner = await makeDoctor(world.sql);
    const unlucky = await callerWith({ files: { ...disk, put } }, owner);
    expect(await refusalOf(unlucky.doctor.setPhoto({ image }))).toBe("service.unavailable");
    expect([puts, await kept()]).toEqual([PHOTO_SIZES.length, before]);

    const constraint = `ALTER TABLE doctors ADD CONSTRAINT no_photo CHECK (id <> '${owner.doctorId}' OR photo IS NULL)`;
    await world.sql.query(constraint);
    await expect((await callerWith({}, owner)).doctor.setPhoto({ image })).rejects.toThrow();
    await world.sql.query("ALTER TABLE doctors DROP CONSTRAINT no_photo");
    expect(await kept()).toEqual(before);
  });

  it("keeps its files when the record names it after all", async () => {
    const owner = await makeDoctor(world.sql);
    const { photo = "" } = (await send(picture, await cookieOf(owner))).json;
    const { actor } = await contextOf(world.deps, owner);
    const scope = actor?.role === "DOCTOR" ? ownPractice(actor) : undefined;
    if (!scope?.ok) throw new Error("a doctor without a practice");
    await forgetUnlessNamed(world.deps, scope.value, photo);
    expect((await kept()).filter((name) => name.startsWith(photo))).toHaveLength(PHOTO_SIZES.length);
    await world.sql.query("UPDATE doctors SET photo = NULL WHERE id = $1", [owner.doctorId]);
    await forgetUnlessNamed(world.deps, scope.value, photo);
    expect((await kept()).filter((name) => name.startsWith(photo))).toEqual([]);
  });
});
