import type { KeyNeeds } from "@amrutam/db/phi/key-needs";
import type { Retired } from "@amrutam/db/phi/retire-key";

/** One line per version, for whoever rotates. @param currentVersion the newest in the environment */
export const statusLines = (needs: readonly KeyNeeds[], currentVersion: number): string[] =>
  needs.map(({ version, dataKeys, phones, isRetired }) => {
    if (isRetired) return `version ${version}: retired`;
    const used = `${dataKeys} data keys, ${phones} phone numbers`;
    if (version === currentVersion) return `version ${version}: newest, ${used}`;
    return dataKeys + phones === 0
      ? `version ${version}: nothing needs it; npm run keys:retire -- ${version}`
      : `version ${version}: still needed by ${used}; npm run keys:rotate`;
  });

/** What became of retiring a version. */
export function retiredSentence(version: number, retired: Retired): string {
  switch (retired.outcome) {
    case "retired":
      return `version ${version} is retired: it may be removed from PHI_MASTER_KEYS`;
    case "already":
      return `version ${version} was retired before`;
    case "current":
      return `version ${version} is the newest there is: add a newer one and rotate first`;
    case "unknown":
      return `version ${version} was never used here`;
    case "needed":
      return `version ${version} is still needed by ${retired.needs.dataKeys} data keys and ${retired.needs.phones} phone numbers: npm run keys:rotate`;
  }
}
