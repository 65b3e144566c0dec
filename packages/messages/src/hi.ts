import common from "./hi/common.json";
import document from "./hi/document.json";
import mail from "./hi/mail.json";
import refusals from "./hi/refusals.json";

export const hi = { common, document, mail, refusals };
