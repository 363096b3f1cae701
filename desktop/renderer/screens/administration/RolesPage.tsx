import { holds, type Permission, permissions, type Role, roles } from '#shared/contract/roles.ts'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { PageFrame } from './PageFrame.tsx'

const allRoles = Object.keys(roles) as Role[]
const allPermissions = Object.keys(permissions) as Permission[]

/** Who may what, in words. */
export function RolesPage() {
  const a = useAdminTexts()
  return (
    <PageFrame title={a.pages.roles} hint={a.rolesPage.hint}>
      <div className="admin-scroll">
        <table className="admin-matrix">
          <thead>
            <tr>
              <th scope="col">{a.rolesPage.permission}</th>
              {allRoles.map((role) => (
                <th key={role} scope="col">
                  {a.roles[role]} <code>{role}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {allPermissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">
                  {a.permissions[permission]} <code>{permission}</code>
                </th>
                {allRoles.map((role) => (
                  <td key={role} className={holds(role, permission) ? 'yes' : 'no'}>
                    <span role="img" aria-label={holds(role, permission) ? a.rolesPage.may : a.rolesPage.mayNot}>
                      {holds(role, permission) ? '✓' : '–'}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="dim">{a.rolesPage.device}</p>
      </div>
    </PageFrame>
  )
}
