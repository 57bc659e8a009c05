// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[KNOWN,FROM]=[96,60];function render({model,el}){let root=createRoot(el,"Forecast"),save=saveDebounced(model),[series,
futures,errors]=["series","futures","errors"].map(name=>model.get(name)),panel=new Panel({x:40,y:12,width:560,height:230,
xs:[FROM,132],ys:[-2,2]});panel.axes([60,72,84,96,108,120,132],[-2,-1,0,1,2],"month");let months=series.map((_,i)=>i),frame=svg(
"rect",{y:12,height:230,class:"wash",stroke:"var(--ink)","stroke-dasharray":"2 3"}),line=svg("path",{class:"line orange \
dashed"});panel.inside.append(frame,svg("path",{d:panel.path(months.slice(0,KNOWN),series.slice(0,KNOWN)),class:"line in\
k"}),svg("path",{d:panel.path(months.slice(KNOWN-1),series.slice(KNOWN-1)),class:"line thin ink dotted"}),line);let bars=new Panel(
{x:660,y:32,width:180,height:210,xs:[.3,12.7],ys:[0,Math.max(...errors)*1.05]});bars.axes([1,4,8,12],ticks(0,Math.max(...errors),
4),"window");let columns=errors.map((error,i)=>svg("rect",{x:bars.px(i+1)-5,width:10,y:bars.py(error),height:bars.py(0)-
bars.py(error),class:"fill blue"})),mark=svg("path",{d:"M0 0l6 9h-12z",class:"fill ink"});bars.inside.append(...columns);
let picture=svg("svg",{viewBox:"0 0 848 282"},panel.node,bars.node,mark,textAt(640,16,"mean error of the next month",{class:"\
title"})),says=html("p",{class:"says",role:"status"});root.append(controlBar(slider("width of the window",model,"width",
{min:1,max:12,step:1},save),html("span",{class:"key"},"solid: known values · dotted: true future · dashed: forecast")),
picture,says),drawOnChange(root,model,["width"],()=>draw({bars,columns,errors,frame,futures,line,mark,model,panel,says,series}))}
function draw({bars,columns,errors,frame,futures,line,mark,model,panel,says,series}){let width=model.get("width"),future=futures[width-
1];return setAttributes(frame,{x:panel.px(KNOWN-width),width:panel.px(KNOWN-.5)-panel.px(KNOWN-width)},[]),line.setAttribute(
"d",panel.path([KNOWN-1,...future.map((_,i)=>KNOWN+i)],[series[KNOWN-1],...future])),columns.forEach((column,i)=>{column.
setAttribute("fill-opacity",i===width-1?1:.4)}),mark.setAttribute("transform",`translate(${bars.px(width)} ${bars.py(errors[width-
1])-12}) rotate(180)`),says.textContent=sentence(width,errors[width-1]),{width,error:errors[width-1],future}}function sentence(width,error){
return width===1?`One month does not say whether the series is rising or falling. Mean error ${formatNumber(error)}. The\
 forecast soon approaches the mean.`:width<4?`Two or three months are enough for one wave, but not for the sum of two wa\
ves. Mean error ${formatNumber(error)}.`:width<7?`Four months are enough for the sum of two waves, but the noise disturb\
s the forecast. Mean error ${formatNumber(error)}. A wider window reduces the influence of the noise.`:`With ${width} mo\
nths, the mean error is ${formatNumber(error)}. The noise alone causes about 0.04.`}var forecast_default={render};export{forecast_default as default};
