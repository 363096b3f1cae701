import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Only what is drawn with: the whole library is three times as large.
use([BarChart, LineChart, CustomChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

export { init }
