/** A closed door: nothing listens on port 9 (discard). */
const NOWHERE = '127.0.0.1';
const NO_PORT = '9';

/**
 * LibreOffice's own settings, by their place in its configuration (officecfg): macros never run, links are never followed or updated, nothing of
 * a document may call a program, and whatever asks for the network is sent to a door that is closed.
 */
const SETTINGS: [path: string, name: string, value: string][] = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableOLEAutomation', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisablePythonRuntime', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Common/Load', 'UpdateDocMode', '0'],
  ['/org.openoffice.Office.Common/Misc', 'UseLocking', 'false'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', NOWHERE],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', NO_PORT],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', NOWHERE],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', NO_PORT],
  ['/org.openoffice.Inet/Settings', 'ooInetNoProxy', ''],
];

const item = ([path, name, value]: (typeof SETTINGS)[number]) =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** `user/registrymodifications.xcu` of a profile. */
export const registry = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${SETTINGS.map(item).join('\n')}
</oor:items>
`;

/** The same for libraries that look into the environment. */
export const closedDoors = Object.fromEntries(
  ['http_proxy', 'https_proxy', 'ftp_proxy', 'all_proxy'].map((name) => [name, `http://${NOWHERE}:${NO_PORT}`]),
);
