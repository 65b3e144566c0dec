import { type Audience, CHANNELS, type Channel, kindsFor, NOTICES, type NoticeKind } from "./kinds";

/** What somebody wants otherwise than usual. */
export type Wish = Readonly<{ kind: NoticeKind; channel: Channel; isOn: boolean }>;

/** Is this channel fixed for the kind, so that nobody can turn it off? */
export const isFixed = (kind: NoticeKind, audience: Audience, channel: Channel): boolean =>
  NOTICES[kind][audience]?.always.includes(channel) ?? false;

/** Where a kind goes for one person: what is fixed, what they asked for, and the usual where they said nothing. */
export function channelsFor(kind: NoticeKind, audience: Audience, wishes: readonly Wish[]): Channel[] {
  const rule = NOTICES[kind][audience];
  if (!rule) return [];
  return CHANNELS.filter((channel) => {
    if (rule.always.includes(channel)) return true;
    const wish = wishes.find((one) => one.kind === kind && one.channel === channel);
    return wish ? wish.isOn : rule.usual.includes(channel);
  });
}

/** Everything a side can choose, as it stands. */
export const wishTable = (audience: Audience, wishes: readonly Wish[]) =>
  kindsFor(audience).map((kind) => {
    const on = channelsFor(kind, audience, wishes);
    return {
      kind,
      channels: CHANNELS.map((channel) => ({
        channel,
        isOn: on.includes(channel),
        isFixed: isFixed(kind, audience, channel),
      })),
    };
  });
