// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var LAYERS=[4,6,6,2],ACROSS=[40,160,280,400],tall=(layer,i)=>150+(i-(LAYERS[layer]-1)/2)*42;function render({model,el}){
let root=createRoot(el,"Network with dropout"),{request,drawWith}=kernelState(model),wires=networkWires(),units=networkUnits(),
panel=new Panel({x:500,y:40,width:330,height:220,xs:[0,6],ys:[0,2.2]});panel.axes([],[0,.5,1,1.5,2]);let bars=Array.from(
{length:6},(_,i)=>["ink","orange","green","blue"].map((colour,k)=>svg("rect",{x:panel.px(i)+8+k*10,width:8,rx:1.5,class:`\
fill ${colour}`,"fill-opacity":k===0?.5:1}))),over=Array.from({length:6},(_,i)=>textAt(panel.px(i)+22,34,"",{class:"fill\
 orange","text-anchor":"middle"}));panel.inside.append(...bars.flat());let sums=svg("g"),picture=svg("svg",{viewBox:"0 0\
 848 340"},...wires.map(wire=>wire.node),...units.flatMap(unit=>[unit.ring,unit.cross]),...["inputs","hidden","hidden","\
outputs"].map((name,layer)=>textAt(ACROSS[layer],290,name,{class:"quiet","text-anchor":"middle"})),textAt(500,16,"output\
s of the first hidden layer",{class:"title"}),panel.node,...over,...Array.from({length:6},(_,i)=>textAt(panel.px(i)+27,275,
`neuron ${i+1}`,{class:"quiet","text-anchor":"middle"})),sums),says=html("p",{class:"says",role:"status"}),box=html("inp\
ut",{type:"checkbox","aria-label":"training",change:()=>request({training:box.checked})});root.append(controlBar(slider(
"rate",model,"rate",{min:0,max:.9,step:.05},request),button("next step",()=>request({seed:model.get("seed")+1})),html("l\
abel",{},box,"training")),picture,says),drawWith(root,[],shown=>draw(shown,{bars,box,over,panel,says,sums,units,wires}))}
function networkWires(){return[0,1,2].flatMap(layer=>Array.from({length:LAYERS[layer]},(_,a)=>Array.from({length:LAYERS[layer+
1]},(_2,b)=>({from:[layer,a],to:[layer+1,b],node:svg("path",{d:`M${ACROSS[layer]} ${tall(layer,a)}L${ACROSS[layer+1]} ${tall(
layer+1,b)}`,class:"line thin"})})))).flat()}function networkUnits(){return LAYERS.flatMap((count,layer)=>Array.from({length:count},
(_,i)=>{let[x,y]=[ACROSS[layer],tall(layer,i)];return{layer,i,ring:svg("circle",{cx:x,cy:y,r:12}),cross:svg("path",{d:`M${x-
8} ${y-8}l16 16m0 -16l-16 16`,class:"line red"})}}))}function draw(shown,{bars,box,over,panel,says,sums,units,wires}){box.
checked=shown.training;let there=([layer,i])=>layer===1?shown.now[i]>0:layer===2?shown.second[i]:!0,alive=wires.filter(({
from,to,node})=>{let on=there(from)&&there(to);return node.style.stroke=on?"var(--quiet)":"transparent",on}).length;units.
forEach(({layer,i,ring,cross})=>{let on=there([layer,i]);ring.setAttribute("class",on?layer%3?"fill orange":"fill blue":
"hair"),cross.setAttribute("visibility",on?"hidden":"visible")});let rows=[shown.input,shown.now,shown.mean,shown.unscaled];
bars.forEach((group,i)=>{group.forEach((bar,k)=>{setAttributes(bar,{y:panel.py(Math.min(rows[k][i],2.2)),height:panel.py(
0)-panel.py(Math.min(rows[k][i],2.2))},[])})}),over.forEach((node,i)=>{node.textContent=shown.now[i]>2.2?`↑${formatNumber(
shown.now[i],2)}`:""});let totals=rows.map(row=>row.reduce((a,b)=>a+b));return sums.replaceChildren(...["without dropout",
"this step","mean of 1000 steps","mean, not rescaled"].map((label,k)=>svg("g",{},svg("rect",{x:496+180*(k%2),y:k>1?313:293,
width:9,height:9,rx:1.5,class:`fill ${["ink","orange","green","blue"][k]}`,"fill-opacity":k===0?.5:1}),textAt(510+180*(k%
2),k>1?321:301,`${label}: ${totals[k].toFixed(2)}`,{class:"quiet"})))),says.textContent=sentence(shown,totals,units.filter(
({layer,i})=>!there([layer,i])).length),{rate:shown.rate,seed:shown.seed,training:shown.training,now:shown.now,mean:shown.
mean,totals,wires:alive,says:says.textContent}}function sentence({rate,training},[without,,mean,unscaled],gone){return training?
rate===0?"A rate of 0 drops nothing.":`${gone} of 12 hidden units are dropped in this step. The kept units are divided b\
y ${formatNumber(1-rate,2)}, so the mean of the sum is ${mean.toFixed(2)}, close to ${without.toFixed(2)} without dropou\
t. Without this division, it would be ${unscaled.toFixed(2)}.`:"At inference, no unit is dropped and no unit is rescaled\
."}var dropped_units_default={render};export{dropped_units_default as default};
