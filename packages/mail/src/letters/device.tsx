import type { Device } from "@amrutam/domain/session/device";
import { parseInstant } from "@amrutam/domain/time/instant";
import { zoneShortName } from "@amrutam/domain/time/zone-name";
import type { Locale } from "@amrutam/domain/wire";
import type { Letter } from "../letter";
import type { MailText } from "../mail-text";
import { tagOf } from "../visit-time";

export type NewDevice = Readonly<{
  name: string;
  url: string;
  device: Device;
  /** ISO 3166 country; null when it isn't known. */
  place: string | null;
  address: string | null;
  /** ISO 8601 with offset */
  at: string;
  /** the recipient's IANA zone */
  zone: string;
}>;

function deviceName(t: MailText, { browser, system, kind }: Device): string {
  if (browser && system) return t("newDevice.named", { browser, system });
  return browser ?? system ?? t(kind === "program" ? "newDevice.program" : "newDevice.unknown");
}

/** @throws RangeError when `at` is not an instant of the wire */
function timeOf({ at, zone }: NewDevice, locale: Locale): string {
  const instant = parseInstant(at);
  if (!instant) throw new RangeError(`${at} is not an instant`);
  const text = new Intl.DateTimeFormat(tagOf(locale), {
    timeZone: zone,
    dateStyle: "full",
    timeStyle: "short",
  });
  return `${text.format(instant.epochMilliseconds)} ${zoneShortName(zone, instant, locale)}`;
}

/** Somebody signed in where nobody did before: what can be said of it, and where to end it. */
export function newDevice(t: MailText, props: NewDevice, locale: Locale): Letter {
  const { name, url, place, address } = props;
  const country = place && new Intl.DisplayNames(locale, { type: "region" }).of(place);
  const where = [country, address].filter((part) => part !== null && part !== undefined);
  return {
    subject: t("newDevice.subject"),
    heading: t("newDevice.heading"),
    greeting: t("greeting", { name }),
    paragraphs: [t("newDevice.body")],
    facts: [
      { label: t("newDevice.device"), lines: [deviceName(t, props.device)] },
      { label: t("when"), lines: [timeOf(props, locale)] },
      ...(where.length > 0 ? [{ label: t("newDevice.where"), lines: where }] : []),
    ],
    action: { label: t("newDevice.action"), url },
    notes: [t("newDevice.validity")],
  };
}
