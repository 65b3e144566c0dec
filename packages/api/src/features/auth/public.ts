/** What other features may use of this one. */
export { takeLetter, takeTry } from "./throttle";
