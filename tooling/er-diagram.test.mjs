import { describe, expect, it } from "vitest";
import { drawGroup, parseModels } from "./er-diagram.mjs";

const SCHEMA = `
model Doctor {
  id    String @id @db.Uuid
  notes Note[]

  @@map("doctors")
}

model Note {
  doctorId String  @id @map("doctor_id") @db.Uuid
  editorId String? @map("editor_id") @db.Uuid
  tags     String[]
  doctor   Doctor  @relation(fields: [doctorId], references: [id])
  editor   Doctor? @relation("edits", fields: [editorId], references: [id])

  @@map("notes")
}
`;

describe("the ER diagram", () => {
  it("draws columns with their keys, and relations with how many may stand on each side", () => {
    const models = parseModels(SCHEMA);
    expect(drawGroup(models, models)).toBe(
      [
        "erDiagram",
        "  doctors {\n    String id PK\n  }",
        "  notes {\n    String doctor_id PK, FK\n    String editor_id FK\n    String_list tags\n  }",
        "  doctors ||--o| notes : doctor",
        "  doctors |o--o{ notes : editor",
      ].join("\n"),
    );
  });
});
