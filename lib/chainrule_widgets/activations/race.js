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
end"})),this.frame.replaceChildren(lines)}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}var ACKNOWLEDGE_AFTER=[8,18];function requestLatest(model,receive){let view=Math.random(),waiting=null,sent=0,received=0,
open=0,send=()=>{open+=1,sent+=1,model.send({ask:waiting,id:sent,view}),waiting=null;let id=sent;for(let after of ACKNOWLEDGE_AFTER)
setTimeout(()=>{received<id&&open===1&&model.send({nudge:id})},after)};return model.on("msg:custom",(answer,buffers)=>{answer.
view===view&&(open-=1,answer.id>received&&!answer.lost&&(received=answer.id,receive(answer,buffers)),waiting&&send())}),
state=>{waiting=state,open<3&&send()}}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function kernelState(model,decode=answer=>answer,more=()=>({})){let first=model.get("first_answer"),names=Object.keys(first.
state),state=()=>Object.fromEntries(names.map(name=>[name,model.get(name)])),requested=JSON.stringify(first.state),latest=decode(
first.answer,...first.arrays),redraw=()=>{},saving=!1,save=saveDebounced(model),send=requestLatest(model,(answer,arrays)=>{
latest=decode(answer,...arrays),redraw()}),refresh=()=>{requested=JSON.stringify(state()),send({...state(),...more()})},
followModel=()=>{!saving&&JSON.stringify(state())!==requested&&refresh()};return model.on("change",followModel),followModel(),
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw2)=>{redraw=
drawOnChange(root,model,others,()=>draw2(latest))}}}var SIGNS={same:"✓ ",parts:"✗ ",unusable:"✗ "};function render({model,el}){let root=createRoot(el,`Race of ${model.
get("name")} against ${model.get("reference")}`),{request,drawWith}=kernelState(model,(said,curves)=>({...said,curves:toNumbers(
curves,Float64Array)})),top={x:56,y:14,width:560,height:190},low={x:56,y:250,width:560,height:74},layers=svg("g"),picture=svg(
"svg",{viewBox:"0 0 848 360"},layers),says=html("p",{class:"says",role:"status"}),power={get:()=>Math.log10(model.get("r\
each")),on:(_,listener)=>model.on("change:reach",listener)};root.append(controlBar(slider("range of z",power,"power",{min:0,
max:3,step:.02,text:v=>`±${formatNumber(10**v)}`},told=>request({reach:Number((10**told.power).toPrecision(3))}))),picture,
says);let legend=()=>svg("g",{},svg("path",{d:"M648 28h34",class:"line wide blue"}),textAt(692,32,`${model.get("referenc\
e")}, the reference`),svg("path",{d:"M648 52h34",class:"line dashed orange"}),textAt(692,56,short(`${model.get("name")},\
 yours`)));drawWith(root,[],shown=>draw(shown,{layers,legend,low,says,top}))}function draw(shown,{layers,legend,low,says,
top}){layers.replaceChildren();let count=shown.verdict==="unusable"?2:3,length=shown.curves.length/count,[z,theirs,yours]=[
0,1,2].map(i=>[...shown.curves.subarray(i*length,(i+1)*length)]),within=4*Math.max(1,...theirs.map(Math.abs)),finite=[...theirs,
...yours.filter(v=>Math.abs(v)<within)].filter(Number.isFinite),[bottom,peak]=[Math.min(...finite),Math.max(...finite)],
margin=.12*(peak-bottom||1),xs=[-shown.reach,shown.reach],above=new Panel({...top,xs,ys:[bottom-margin*(yours.every(Number.
isFinite)?1:3),peak+margin]});above.axes(above.xTicks(6),above.yTicks(4)),above.inside.append(svg("path",{d:above.path(z,
theirs),class:"line wide blue"}),svg("path",{d:above.path(z,yours),class:"line dashed orange"})),layers.append(above.node,
legend(),table(shown.far));let gaps=yours.map((v,i)=>v-theirs[i]),largest=Math.max(0,...gaps.filter(Number.isFinite).map(
Math.abs)),span=1.2*Math.max(largest,1e-6),below=new Panel({...low,xs,ys:[-span,span]});below.axes(below.xTicks(6),[-span/
1.2,0,span/1.2],"z"),below.inside.append(svg("path",{d:below.path(z,gaps),class:"line thin ink"})),yours.length||below.inside.
append(textAt(low.x+low.width/2,low.y+24,"your function has no curve",{class:"quiet","text-anchor":"middle"})),layers.append(
below.node,textAt(low.x,low.y-10,"yours − reference",{class:"quiet"}));let lost=missing(above,z,yours);layers.append(...lost.
nodes);let at=shown.parts_at;return at!==null&&Math.abs(at)<=shown.reach&&layers.append(mark(above,at,theirs[z.findIndex(
v=>v>=at-1e-9)])),says.replaceChildren(html("b",{},SIGNS[shown.verdict]),shown.says),{verdict:shown.verdict,reach:shown.
reach,says:shown.says,parts_at:at,largest,missing:lost.count,far:shown.far}}var short=text=>text.length>26?`${text.slice(
0,12)}…${text.slice(-13)}`:text;function mark(panel,z,height){let[x,y]=[panel.px(z),clamp(panel.py(height),panel.y,panel.
y+panel.height)],right=x<panel.x+.7*panel.width;return svg("g",{},svg("path",{d:`M${x} ${panel.y}v310`,class:"line thin \
dotted red"}),svg("circle",{cx:x,cy:y,r:7,class:"line red"}),textAt(x+(right?12:-12),panel.y+12,`first difference: z = ${formatNumber(
z)}`,{class:"fill red halo","text-anchor":right?"start":"end"}))}function missing(panel,z,yours){let holes=z.map((v,i)=>[
v,yours[i]]).filter(([,y])=>yours.length&&!Number.isFinite(y)),foot=panel.y+panel.height,nodes=holes.map(([v])=>svg("pat\
h",{d:`M${panel.px(v)} ${foot-9}v9`,class:"line thin red"})),groups=[holes.filter(([v])=>v<0),holes.filter(([v])=>v>=0)].
filter(group=>group.length);for(let group of groups){let left=group[0][0]<0,[v,y]=left?group[0]:group.at(-1);nodes.push(
textAt(panel.px(v)+(left?4:-4),foot-14,`yours: ${formatNumber(y)}`,{class:"fill red halo","text-anchor":left?"start":"en\
d"}))}return{nodes,count:holes.length}}function table(far){let rows=svg("g"),row=(y,cells,attributes)=>cells.forEach((cell,i)=>{
rows.append(textAt([690,748,812,834][i],y,String(cell),{"text-anchor":i<3?"end":"start",...attributes}))});return far.length&&
row(104,["z","yours","reference",""],{class:"quiet"}),far.forEach(([z,yours,theirs,alike],i)=>{row(126+20*i,[formatNumber(
z),yours,theirs,alike?"✓":"✗"],alike?{}:{class:"fill red"})}),rows}var race_default={render};export{race_default as default};
