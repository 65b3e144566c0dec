/** @jsxRuntime automatic */
import type { Locale } from "@amrutam/domain/wire";
import type { CSSProperties } from "react";
import { Body, Button, Container, Head, Heading, Html, Link, Preview, Section, Text } from "react-email";
import type { Letter } from "./letter";
import { DARK_RULES, PALETTE, SANS, SERIF } from "./palette";

type Props = Readonly<{ letter: Letter; locale: Locale; brand: string; footer: string; fallback: string }>;

const type = (size: number, color: string, more: CSSProperties = {}): CSSProperties => ({
  margin: 0,
  fontFamily: SANS,
  fontSize: size,
  lineHeight: 1.5,
  color,
  ...more,
});
const ink = PALETTE.ink[0];

/** One column on paper: the product's card, with a single thing to do. */
export function LetterHtml({ letter, locale, brand, footer, fallback }: Props) {
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <title>{letter.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_RULES}</style>
      </Head>
      <Preview>{letter.paragraphs[0] ?? letter.heading}</Preview>
      <Body className="paper" style={{ margin: 0, padding: "24px 12px", backgroundColor: PALETTE.paper[0] }}>
        <Container style={{ maxWidth: 560 }}>
          <Text
            className="brand"
            style={type(22, PALETTE.leafStrong[0], { fontFamily: SERIF, padding: "0 4px 12px" })}
          >
            {brand}
          </Text>
          <Section
            className="surface"
            style={{
              padding: 24,
              backgroundColor: PALETTE.surface[0],
              border: `1px solid ${PALETTE.line[0]}`,
              borderRadius: 16,
            }}
          >
            <Heading
              as="h1"
              className="ink"
              style={type(22, ink, { fontFamily: SERIF, fontWeight: 400, lineHeight: 1.3 })}
            >
              {letter.heading}
            </Heading>
            <Text className="ink" style={type(16, ink, { paddingTop: 16 })}>
              {letter.greeting}
            </Text>
            {letter.paragraphs.map((paragraph) => (
              <Text key={paragraph} className="ink" style={type(16, ink, { paddingTop: 8 })}>
                {paragraph}
              </Text>
            ))}
            {letter.quote && (
              <Text
                className="ink sunken"
                style={type(16, ink, {
                  marginTop: 12,
                  padding: 12,
                  backgroundColor: PALETTE.sunken[0],
                  borderRadius: 6,
                  whiteSpace: "pre-line",
                })}
              >
                {letter.quote}
              </Text>
            )}
            <Facts letter={letter} />
            <Section style={{ paddingTop: 24 }}>
              <Button
                href={letter.action.url}
                className="action"
                style={type(16, PALETTE.onLeaf[0], {
                  padding: "13px 24px",
                  fontWeight: 600,
                  backgroundColor: PALETTE.leaf[0],
                  borderRadius: 10,
                })}
              >
                {letter.action.label}
              </Button>
            </Section>
            {letter.links?.map(({ label, url }) => (
              <Text key={url} style={type(16, ink, { paddingTop: 12 })}>
                <Link href={url} className="link" style={{ color: PALETTE.leaf[0] }}>
                  {label}
                </Link>
              </Text>
            ))}
            {letter.notes?.map((note) => (
              <Text key={note} className="soft" style={type(14, PALETTE.inkSoft[0], { paddingTop: 16 })}>
                {note}
              </Text>
            ))}
            <Text
              className="faint"
              style={type(12.5, PALETTE.inkFaint[0], { paddingTop: 16, wordBreak: "break-all" })}
            >
              {fallback}
              <br />
              <Link href={letter.action.url} className="link" style={{ color: PALETTE.leaf[0] }}>
                {letter.action.url}
              </Link>
            </Text>
          </Section>
          <Text className="faint" style={type(12.5, PALETTE.inkFaint[0], { padding: "16px 4px 0" })}>
            {footer}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Facts({ letter }: Readonly<{ letter: Letter }>) {
  if (!letter.facts) return null;
  return (
    <Section style={{ paddingTop: 16 }}>
      {letter.facts.map(({ label, lines }) => (
        <Section
          key={label}
          className="line"
          style={{ borderTop: `1px solid ${PALETTE.line[0]}`, padding: "10px 0" }}
        >
          <Text className="soft" style={type(14, PALETTE.inkSoft[0])}>
            {label}
          </Text>
          {lines.map((line, index) => (
            <Text
              key={line}
              className={index === 0 ? "ink" : "soft"}
              style={index === 0 ? type(16, ink, { fontWeight: 500 }) : type(14, PALETTE.inkSoft[0])}
            >
              {line}
            </Text>
          ))}
        </Section>
      ))}
    </Section>
  );
}
