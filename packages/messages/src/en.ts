import common from "./en/common.json";
import document from "./en/document.json";
import mail from "./en/mail.json";
import refusals from "./en/refusals.json";

export const en = { common, document, mail, refusals };
