import type { Address } from '../../cim/buildings.ts'
import { Fields } from './fields.ts'

const listKeys = ['address']
const wholeKeys = ['addrfull', 'address', 'fulladdress', '地址', '门牌地址', '标准地址']
const streetKeys = ['addrstreet', 'street', 'thoroughfarename', 'thoroughfare', 'streetname', '街道路', '道路']
const numberKeys = ['addrhousenumber', 'housenumber', 'thoroughfarenumber', 'streetnumber', '门牌号']
const districtKeys = ['addrdistrict', 'district', '区县']
const officeKeys = ['addrsubdistrict', 'subdistrict', '街道']
const communityKeys = ['addrneighbourhood', 'addrcommunity', 'community', '社区', '小区']

/** From `addr:*`, from a line of text, or from CityJSON's list of free-form objects. */
export function addressOf(fields: Fields): Address | undefined {
  const listed = fields.get(listKeys)
  const inner = Array.isArray(listed) ? listed[0] : listed
  return (typeof inner === 'object' ? read(new Fields(inner)) : undefined) ?? read(fields)
}

function read(fields: Fields): Address | undefined {
  const door = fields.text(100, wholeKeys) ?? joined(fields)
  if (door === undefined) return undefined
  return {
    door,
    district: fields.text(100, districtKeys),
    street: fields.text(100, officeKeys),
    community: fields.text(100, communityKeys),
  }
}

/** A number alone is no address, but the best there is. */
function joined(fields: Fields): string | undefined {
  const number = fields.text(40, numberKeys)
  if (number === undefined) return undefined
  const street = fields.text(50, streetKeys)
  if (street === undefined) return number
  // Chinese is written without a space between.
  return /\p{Script=Han}$/u.test(street) ? `${street}${number}` : `${street} ${number}`
}
