// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function contour(field,side,level){let cells=Math.sqrt(field.length),at=(row,column)=>field[row*cells+column]-level,above=Uint8Array.
from(field,value=>+(value>level)),step=side/(cells-1),d="";for(let row=0;row<cells-1;row++)for(let column=0;column<cells-
1;column++){let first=row*cells+column,high=above[first]+above[first+1]+above[first+cells]+above[first+cells+1];if(high===
0||high===4)continue;let cuts=cellCuts(at,row,column).map(([r,c])=>`${(c*step).toFixed(1)} ${(side-r*step).toFixed(1)}`);
for(let i=0;i+1<cuts.length;i+=2)d+=`M${cuts[i]}L${cuts[i+1]}`}return d}function cellCuts(at,row,column){let corners=[[row,
column],[row,column+1],[row+1,column+1],[row+1,column]],cuts=[];for(let[i,[r,c]]of corners.entries()){let[r2,c2]=corners[(i+
1)%4],[a,b]=[at(r,c),at(r2,c2)];if(a>0==b>0)continue;let part=a/(a-b);cuts.push([r+part*(r2-r),c+part*(c2-c)])}return cuts}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[PITCH,SQUARE,TOP]=[214,196,40],KINDS=["red","orange dashed","green dotted","blue"];function cut(view,lengths){let all=toNumbers(
view),start=0;return lengths.map(length=>{let part=all.subarray(3*start,3*(start+length));return start+=length,part})}function render({
model,el}){let root=createRoot(el,"Batch sizes"),surface=model.get("surface"),{low,high,sizes}=surface,field=toNumbers(surface.
field),{request,save,drawWith}=kernelState(model,(said,paths)=>({...said,paths:cut(paths,said.lengths)})),panels=comparisonPanels(
{field,high,low,sizes,surface}),chart=new Panel({x:44,y:TOP+SQUARE+52,width:700,height:130,xs:[0,1],ys:[-2,1]}),curves=KINDS.
map(kind=>svg("path",{class:`line ${kind}`})),tags=KINDS.map(kind=>svg("text",{class:`fill ${kind.split(" ")[0]} halo`}));
chart.inside.append(...curves);let axis=svg("g"),picture=svg("svg",{viewBox:"0 0 848 460"},...panels.flatMap(p=>[p.panel.
node,p.head,p.foot]),textAt(4,TOP+SQUARE+20,"w₀ to the right, w₁ upwards; the cross is the lowest point",{class:"qui\
et"}),textAt(44,TOP+SQUARE+43,"loss over all 64 examples, above the least possible",{class:"title"}),chart.node,axis,...tags),
says=html("p",{class:"says","aria-live":"polite"}),timer=null,stop=()=>{clearInterval(timer),timer=null,play.textContent=
"▶ play"},play=button("▶ play",()=>{if(timer){stop();return}model.get("spent")>=100&&save({spent:0}),play.textContent=
"❚❚ pause",timer=setInterval(()=>{save({spent:Math.min(100,model.get("spent")+1)}),model.get("spent")>=100&&stop()},
50)},{"aria-label":"play or pause"});root.append(controlBar(play,slider("shown",model,"spent",{min:0,max:100,step:1,text:v=>`${v}\
 %`},save),select("compare at equal",model,"budget",save),slider("learning rate",model,"learning_rate",{min:.02,max:1,step:.02},
request),button("shuffle again",()=>request({seed:model.get("seed")+1}))),picture,says),drawWith(root,["spent","budget"],
shown=>draw(shown,{axis,chart,curves,model,panels,says,sizes,surface,tags}))}function comparisonPanels({field,high,low,sizes,
surface}){let rings=[.05,.3,1,2.5,5,9].map(more=>contour(field,SQUARE,surface.least+more)).join("");return sizes.map((size,i)=>{
let panel=new Panel({x:4+i*PITCH,y:TOP,width:SQUARE,height:SQUARE,xs:[low[0],high[0]],ys:[low[1],high[1]]});panel.frame.
append(svg("rect",{x:panel.x,y:TOP,width:SQUARE,height:SQUARE,class:"hair"}),svg("path",{d:rings,transform:`translate(${panel.
x} ${TOP})`,class:"hair"}));let[cx,cy]=[panel.px(surface.lowest[0]),panel.py(surface.lowest[1])],path=svg("path",{class:`\
line thin ${KINDS[i].split(" ")[0]}`}),steps=svg("path",{class:`fill ${KINDS[i].split(" ")[0]}`}),end=svg("circle",{r:5,
class:`fill ${KINDS[i].split(" ")[0]}`});panel.inside.append(svg("path",{d:`M${cx-6} ${cy}h12M${cx} ${cy-6}v12`,class:"l\
ine thin ink"}),path,steps,end);let head=textAt(panel.x,14,size===sizes.at(-1)?`all ${size} at once`:size===1?"batches o\
f 1":`batches of ${size}`,{class:"title"}),foot=textAt(panel.x,31,"",{class:"quiet"});return{panel,path,steps,end,head,foot}})}
function draw(shown,{axis,chart,curves,model,panels,says,sizes,surface,tags}){let[spent,budget]=[model.get("spent"),model.
get("budget")],whole=budget==="examples"?surface.examples:surface.steps,results=sizes.map((size,i)=>{let most=budget==="\
examples"?surface.examples/size:surface.steps,taken=Math.floor(most*spent/100),rows=Array.from({length:taken+1},(_,k)=>shown.
paths[i].subarray(3*k,3*k+3));return{size,taken,most,rows,examples:taken*size,w:[...rows.at(-1).subarray(0,2)],loss:rows.
at(-1)[2]}}),above=loss=>clamp(Math.log10(Math.max(loss-surface.least,1e-4)),-4,12),tops=results.flatMap(({rows})=>rows.
map(row=>above(row[2]))).filter(Number.isFinite);chart.ys=[-3.2,Math.max(1.5,...tops)+.2],drawAxis({axis,budget,chart,whole}),
results.forEach(({rows,taken,most,size,examples,w,loss},i)=>{let{panel,path,steps,end,foot}=panels[i],[xs,ys]=[rows.map(
row=>row[0]),rows.map(row=>row[1])];path.setAttribute("d",panel.path(xs,ys)),steps.setAttribute("d",taken>64?"":rows.map(
row=>mark(clamp(panel.px(row[0]),-2e3,4e3),clamp(panel.py(row[1]),-2e3,4e3))).join("")),setAttributes(end,{cx:clamp(panel.
px(w[0]),-2e3,4e3),cy:clamp(panel.py(w[1]),-2e3,4e3)},[]),foot.textContent=`${taken} ${taken===1?"step":"steps"}, ${examples}\
 examples, loss ${formatNumber(loss)}`;let heights=rows.map(row=>above(row[2]));curves[i].setAttribute("d",chart.path(rows.
map((_,k)=>k/most),heights)),setAttributes(tags[i],{x:clamp(chart.px(taken/most)+6,50,750),y:0},[]),tags[i].textContent=
size===sizes.at(-1)?"all":String(size)});let order=results.map(({loss},i)=>[clamp(chart.py(above(loss)),chart.y,chart.y+
130),i]).sort((a,b)=>a[0]-b[0]),last=-1/0;for(let[y,i]of order)last=Math.max(y+4,last+13),tags[i].setAttribute("y",last);
return says.replaceChildren(...sentence(results,budget,surface.least)),{spent,budget,learning_rate:shown.learning_rate,seed:shown.
seed,ends:results.map(({size,taken,examples,w,loss})=>({size,steps:taken,examples,w,loss})),says:says.textContent}}function drawAxis({
axis,budget,chart,whole}){axis.replaceChildren(...[-3,-2,-1,0,1,3,6,9].filter(p=>p<chart.ys[1]&&(chart.ys[1]<4||p%3===0)).
flatMap(p=>[svg("path",{d:`M44 ${chart.py(p)}h700`,class:"hair"}),textAt(37,chart.py(p)+4,formatNumber(10**p),{class:"qu\
iet","text-anchor":"end"})]),...[0,.25,.5,.75,1].map(part=>textAt(chart.px(part),chart.y+146,String(part*whole),{class:"\
quiet","text-anchor":"middle"})),textAt(744,chart.y+161,budget==="examples"?"examples used":"steps",{class:"quiet","text\
-anchor":"end"}))}var mark=(x,y)=>`M${(x-2.4).toFixed(1)} ${y.toFixed(1)}a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0`;function sentence(results,budget,least){
let lost=results.filter(({loss})=>!(loss<20)),name=({size})=>size===1?"batches of 1":size===64?"all at once":`batches of\
 ${size}`;if(lost.length)return[html("b",{},"Some runs diverge. "),`The loss of ${lost.map(name).join(" and ")} is now ${lost.
map(({loss})=>formatNumber(loss)).join(" and ")}. Smaller batches need a smaller learning rate.`];let best=results.reduce(
(a,b)=>b.loss<a.loss?b:a);return results[0].taken===0?[html("b",{},"At the start. "),"All four runs start with the same \
weights. Press play."]:budget==="examples"?[html("b",{},"The same number of examples. "),`Each run has used about ${results[0].
examples} examples. Batches of 1 have taken ${results[0].taken} steps, and all at once ${results.at(-1).taken}. The lowe\
st loss: ${name(best)}, ${formatNumber(best.loss-least,2)} above the minimum.`]:[html("b",{},"The same number of steps. "),
`Each run has taken ${results[0].taken} steps. Batches of 1 have used ${results[0].examples} examples, and all at once ${results.
at(-1).examples}. Large batches go straight; small batches are noisy.`]}var batch_sizes_default={render};export{batch_sizes_default as default};
