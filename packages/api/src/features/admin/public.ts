export { type ConsoleScope, consoleScope } from "./scope";
